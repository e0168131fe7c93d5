// Checks every diagram with bpmnlint and every decision table with dmnlint, by the rules that lie beside them, every
// element template by Camunda's schema, and that the desk's form viewer is what building it again gives.
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { formViewer } from './formViewer.mjs';
import { templatesFail } from './templates.mjs';

const ui = fileURLToPath(new URL('..', import.meta.url));
const processes = fileURLToPath(new URL('../../processes', import.meta.url));

const failed = [
  lint('bpmnlint/bin/bpmnlint.js', '.bpmnlintrc', '.bpmn', ['--max-warnings=0']),
  lint('dmnlint/bin/dmnlint.js', '.dmnlintrc', '.dmn', []),
  templatesFail(join(processes, '.camunda/element-templates'), join(ui, '..')),
  await differs()
].includes(true);
process.exit(failed ? 1 : 0);

function lint(linter, config, extension, options) {
  const files = readdirSync(processes).filter(name => name.endsWith(extension)).sort().map(name => join(processes, name));
  if (files.length === 0) {
    console.error(`no *${extension} in ${processes}`);
    return true;
  }
  // Both linters look for rules, plug-ins and the zeebe schema from the working directory: it must be ui/.
  const run = spawnSync(
    process.execPath,
    [join(ui, 'node_modules', linter), '--config', join(processes, config), ...options, ...files],
    { cwd: ui, stdio: 'inherit' }
  );
  const ok = run.status === 0;
  files.forEach(file => console.log(`${ok ? 'clean ' : 'linted'} ${relative(join(ui, '..'), file)}`));
  return !ok;
}

async function differs() {
  const vendor = fileURLToPath(new URL('../../src/main/resources/static/vendor/form-js', import.meta.url));
  const old = Object.entries(await formViewer()).filter(([name, text]) => readFileSync(join(vendor, name), 'utf8') !== text);
  old.forEach(([name]) => console.error(`${name} is not what building gives: run npm run bundle`));
  return old.length > 0;
}
