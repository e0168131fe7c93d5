// Copies bpmn-js's own viewer, with its licence line and watermark, to where gridloop serves it.
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const packages = fileURLToPath(new URL('../node_modules/bpmn-js', import.meta.url));
const served = fileURLToPath(new URL('../../src/main/resources/static', import.meta.url));

copyFileSync(join(packages, 'dist/bpmn-navigated-viewer.production.min.js'), join(served, 'js/bpmn-navigated-viewer.min.js'));
const licence = '/*\n' + readFileSync(join(packages, 'LICENSE'), 'utf8').trim() + '\n*/\n';
const style = ['diagram-js.css', 'bpmn-js.css'].map(name => readFileSync(join(packages, 'dist/assets', name), 'utf8'));
writeFileSync(join(served, 'css/bpmn-js.css'), licence + style.join('\n'));
