/** Loads what turns cells into requests, in the executions that need it: Google loads all of `Code.js` on every call. */
import type * as Planning from '../core/planning.ts';

/** The file of the project that holds it: a script element, so that the script editor shows it as code. */
const FILE_NAME = 'Planning';

/** The name the build gives to it. */
const GLOBAL_NAME = 'planning';

let loaded: typeof Planning | undefined;

/**
 * Settings, mapping, planning and checks; loaded once per execution. The text that is evaluated is a file of this project,
 * pushed together with `Code.js`; nothing that a person or the platform writes ever comes near it.
 *
 * @see https://developers.google.com/apps-script/reference/html/html-template#getrawcontent "Returns the unprocessed
 * content of this template" (read 2026-11-21).
 */
export function planning(): typeof Planning {
  loaded ??= load();
  return loaded;
}

function load(): typeof Planning {
  const file = HtmlService.createTemplateFromFile(FILE_NAME).getRawContent();
  const code = file.replace(/^<script>|<\/script>\s*$/g, '');
  return new Function(`${code}\nreturn ${GLOBAL_NAME};\n//# sourceURL=${FILE_NAME}`)();
}
