/* SPDX-License-Identifier: GPL-3.0-or-later */

/* make-document OUTPUT…: writes a document with everything that the tree can hold, in the format of each name.
   make-document --from INPUT OUTPUT…: writes what a reader makes of INPUT. */

#include <string.h>

#include "document-support.h"

int
main (int   argc,
      char *argv[])
{
  g_autoptr (BarnDocument) document = NULL;
  int first = 1;

  if (argc > 2 && strcmp (argv[1], "--from") == 0)
    {
      g_autoptr (GFile) input = g_file_new_for_commandline_arg (argv[2]);
      g_autoptr (GError) error = NULL;

      document = barn_document_read (input, NULL, &error);
      if (document == NULL)
        {
          g_printerr ("%s\n", error->message);
          return 1;
        }
      first = 3;
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
