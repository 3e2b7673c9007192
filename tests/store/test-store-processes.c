/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store-fixture.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

/* Several programs on one file: this one starts itself again as "writer PATH NAME COUNT", which adds follow-ups and prints the number of each
   when it is told that it is saved */

#define N_ROUNDS 40
#define N_WRITES 200

typedef struct
{
  Folder *folder;
  char *path;
} Fixture;

static char *program;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr (BarnStore) store = NULL;

  self->folder = folder_new ();
  self->path = folder_path (self->folder, "plan.barnratt");
  store = create_store (self->path);
  fill_store (store);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  assert_sound (self->path);
  g_free (self->path);
  folder_free (self->folder);
}

static void
write_one (BarnStore  *store,
           const char *name,
           guint       i)
{
  g_autofree char *id = g_strdup_printf ("%s-%u", name, i);
  g_autofree char *text = g_strdup_printf ("comment=Skrivet av %s, nummer %u", name, i);

  insert_one (store, make_item (BARN_KIND_FOLLOW_UP, id, "activity=a1", "day=2026-04-01", "status=ongoing", text, "made-at=1", NULL));
}

static int
run_writer (char **arguments)
{
  g_autoptr (BarnStore) store = open_store (arguments[0]);
  guint n = atoi (arguments[2]);

  for (guint i = 0; i < n; i++)
    {
      char line[32];
      int length;

      write_one (store, arguments[1], i);
      length = g_snprintf (line, sizeof line, "%u\n", i);
      if (write (STDOUT_FILENO, line, length) != length)
        return 1;
    }
  return 0;
}

static GPid
start_writer (Fixture    *self,
              const char *name,
              guint       count,
              int        *output)
{
  g_autofree char *number = g_strdup_printf ("%u", count);
  const char *arguments[] = { program, "writer", self->path, name, number, NULL };
  g_autoptr (GError) error = NULL;
  GPid pid;

  g_spawn_async_with_pipes (NULL, (char **) arguments, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid, NULL, output, NULL, &error);
  g_assert_no_error (error);
  return pid;
}

/* The last number that was reported before the writer ended. A line that was cut off was not reported. */
static int
get_last_reported (GString *text)
{
  int last = -1;

  for (const char *line = text->str, *end; (end = strchr (line, '\n')) != NULL; line = end + 1)
    last = atoi (line);
  return last;
}

/* Kills the writer some moment after it reported @kill_after; -1: never */
static int
read_reported (int  output,
               GPid pid,
               int  kill_after)
{
  g_autoptr (GString) text = g_string_new (NULL);
  char buffer[64];
  gssize length;

  while ((length = read (output, buffer, sizeof buffer)) > 0)
    {
      g_string_append_len (text, buffer, length);
      if (kill_after < 0 || get_last_reported (text) < kill_after)
        continue;
      kill_after = G_MAXINT;
      g_usleep (g_test_rand_int_range (0, 5000));
      kill (pid, SIGKILL);
    }
  close (output);
  return get_last_reported (text);
}

static void
assert_holds (Fixture    *self,
              const char *name,
              int         last)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM follow_up WHERE id GLOB '%s-*'", name);
  gint64 n = query_int (self->path, sql);

  /* One more may have reached the disk before it could be reported */
  g_assert_cmpint (n, >=, last + 1);
  g_assert_cmpint (n, <=, last + 2);
}

/* kill -9 at some moment: the file opens, is intact, and holds each change that was reported as done */
static void
test_killed (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr (BarnStore) store = NULL;
  guint n_killed = 0;

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_autofree char *name = g_strdup_printf ("r%u", round);
      g_autoptr (BarnModel) model = barn_model_new ();
      g_autoptr (GError) error = NULL;
      int output, status, last;
      GPid pid = start_writer (self, name, N_WRITES, &output);

      last = read_reported (output, pid, g_test_rand_int_range (0, N_WRITES - 10));
      g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
      n_killed += WIFSIGNALED (status);

      store = barn_store_open (self->path, BARN_STORE_DEFAULT, &error);
      g_assert_no_error (error);
      g_assert_true (barn_store_verify (store, NULL, &error));
      g_assert_no_error (error);
      g_assert_true (barn_store_load (store, model, &error));
      g_assert_no_error (error);
      g_clear_object (&store);
      assert_sound (self->path);
      assert_holds (self, name, last);
    }
  g_test_message ("%u of %d rounds were killed while they wrote", n_killed, N_ROUNDS);
  g_assert_cmpuint (n_killed, >, N_ROUNDS / 2);

  /* A journal in which nothing stood yet goes with the next change */
  store = open_store (self->path);
  write_one (store, "last", 0);
  g_assert_cmpuint (folder_count (self->folder), ==, 1);
}

/* What another program saved is seen within two seconds */
static void
test_seen (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr (BarnStore) store = open_store (self->path);
  g_autoptr (BarnModel) model = barn_model_new ();
  g_autoptr (GError) error = NULL;
  BarnActivity *activity;
  gint64 give_up_at;
  int output, status;
  GPid pid;

  g_assert_true (barn_store_load (store, model, &error));
  activity = BARN_ACTIVITY (barn_model_lookup (model, "a1"));
  g_assert_cmpuint (g_list_model_get_n_items (barn_activity_get_follow_ups (activity)), ==, 2);

  pid = start_writer (self, "other", 3, &output);
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_cmpint (read_reported (output, pid, -1), ==, 2);
  give_up_at = g_get_monotonic_time () + 2 * G_TIME_SPAN_SECOND;
  while (g_list_model_get_n_items (barn_activity_get_follow_ups (activity)) < 5)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, give_up_at);
      g_assert_true (barn_store_refresh (store, model, NULL, &error));
      g_assert_no_error (error);
    }
  g_assert_true (barn_model_lookup (model, "a1") == BARN_ITEM (activity));
  g_assert_cmpint (barn_change_get_number (barn_store_get_undo (store)), ==, 4);
}

/* Two write as fast as they can: none is lost, none gives up */
static void
test_both_write (Fixture       *self,
                 gconstpointer  data)
{
  g_autoptr (BarnStore) store = open_store (self->path);
  int output, status;
  GPid pid = start_writer (self, "other", 60, &output);

  for (guint i = 0; i < 60; i++)
    write_one (store, "own", i);
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 0);
  g_assert_cmpint (read_reported (output, pid, -1), ==, 59);
  assert_holds (self, "other", 59);
  assert_holds (self, "own", 59);
  g_assert_cmpint (query_int (self->path, "SELECT count (*) FROM change"), ==, 121);
}

int
main (int   argc,
      char *argv[])
{
  if (argc == 5 && g_str_equal (argv[1], "writer"))
    return run_writer (argv + 2);

  program = argv[0];
  init_tests (&argc, &argv);

#define ADD(path, function) g_test_add ("/store/processes/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("seen", test_seen);
  ADD ("both-write", test_both_write);
  ADD ("killed", test_killed);
#undef ADD

  return run_tests ();
}
