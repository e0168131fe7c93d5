// Checks every diagram with bpmnlint and every decision table with dmnlint, by the rules that lie beside them.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const ui = fileURLToPath(new URL('..', import.meta.url));
const processes = fileURLToPath(new URL('../../processes', import.meta.url));

const failed = [
  lint('bpmnlint/bin/bpmnlint.js', '.bpmnlintrc', '.bpmn', ['--max-warnings=0']),
  lint('dmnlint/bin/dmnlint.js', '.dmnlintrc', '.dmn', [])
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
