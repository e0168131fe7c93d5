import { validateZeebe } from '@bpmn-io/element-templates-validator';
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Checks all element templates of a folder by Camunda's schema and says so for each; true when one does not keep to it. */
export function templatesFail(folder, root) {
  const files = readdirSync(folder).filter(name => name.endsWith('.json')).sort().map(name => join(folder, name));
  if (files.length === 0) {
    console.error(`no *.json in ${folder}`);
  }
  return files.length === 0 || files.map(file => {
    const { valid, errors } = validateZeebe(JSON.parse(readFileSync(file, 'utf8')));
    const name = relative(root, file);
    (errors ?? []).forEach(error => console.error(`${name} ${error.dataPath ?? ''}: ${error.message}`));
    console.log(`${valid ? 'clean ' : 'linted'} ${name}`);
    return !valid;
  }).includes(true);
}
