/* SPDX-License-Identifier: GPL-3.0-or-later */

/* make-document OUTPUT…: writes a document with everything that the tree can hold, in the format of each name.
   make-document --from INPUT OUTPUT…: writes what a reader makes of INPUT.
   make-document --long OUTPUT…, --empty OUTPUT…: writes a long document, and one that only has a title.
   make-document --compare A B: whether both say the same. */

#include <stdlib.h>
#include <string.h>

#include "document-support.h"

static BarnDocument *
read_argument (const char *argument)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (argument);
  g_autoptr (GError) error = NULL;
  BarnDocument *document = barn_document_read (file, NULL, &error);

  if (document == NULL)
    {
      g_printerr ("%s\n", error->message);
      exit (1);
    }

  return document;
}

static int
compare (const char *one,
         const char *other)
{
  g_autoptr (BarnDocument) a = read_argument (one);
  g_autoptr (BarnDocument) b = read_argument (other);
  /* Widths are left out: other programs give them to every table */
  g_autofree char *before = dump (a);
  g_autofree char *after = dump (b);

  if (strcmp (before, after) == 0)
    return 0;

  g_printerr ("%s\n\n%s\n", before, after);

  return 1;
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (BarnDocument) document = NULL;
  int first = 1;

  if (argc == 4 && strcmp (argv[1], "--compare") == 0)
    return compare (argv[2], argv[3]);

  if (argc > 2 && strcmp (argv[1], "--from") == 0)
    {
      document = read_argument (argv[2]);
      first = 3;
    }
  else if (argc > 2 && strcmp (argv[1], "--long") == 0)
    {
      document = make_long_document (500);
      first = 2;
    }
  else if (argc > 2 && strcmp (argv[1], "--empty") == 0)
    {
      document = barn_document_new ();
      barn_document_set_title (document, "Tom");
      first = 2;
    }
  else
    document = make_full_document ();

  for (int i = first; i < argc; i++)
    {
      g_autoptr (GFile) output = g_file_new_for_commandline_arg (argv[i]);
      g_autoptr (GError) error = NULL;

      if (!barn_document_write (document, output, barn_format_from_name (argv[i]), NULL, &error))
        {
          g_printerr ("%s\n", error->message);
          return 1;
        }
    }

  return 0;
}
