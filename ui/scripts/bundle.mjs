// Writes the desk's form viewer into the application: `npm run bundle` after a change of its version or its words.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { formViewer } from './formViewer.mjs';

const vendor = fileURLToPath(new URL('../../src/main/resources/static/vendor/form-js', import.meta.url));
mkdirSync(vendor, { recursive: true });
for (const [name, text] of Object.entries(await formViewer())) {
  writeFileSync(join(vendor, name), text);
  console.log(`${name} ${text.length}`);
}
