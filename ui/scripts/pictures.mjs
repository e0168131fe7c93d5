// Draws every diagram, decision table and form into src/docs/images, with the machine's Chromium (or $CHROMIUM).
// `npm run pictures -- acceptCase` draws only what has that name, `npm run pictures -- some/Diagram.bpmn name` a file
// from elsewhere as src/docs/images/name.png.
import { build } from 'esbuild';
import { mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { basename, extname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { sampleTasks } from './sampleTasks.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const modules = fileURLToPath(new URL('../node_modules', import.meta.url));
const images = join(root, 'src/docs/images');
const [only, as] = process.argv.slice(2);
const FONT = "'Noto Sans CJK SC', 'Microsoft YaHei', 'PingFang SC', sans-serif";
const MARGIN = 20;

const draw = { '.bpmn': drawDiagram, '.dmn': drawTable, '.form': drawForm };

mkdirSync(images, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync', '--font-render-hinting=none', '--force-color-profile=srgb']
});
try {
  for (const file of as ? [resolve(process.env.INIT_CWD ?? '.', only)] : [...list('processes'), ...list('forms')]) {
    await draw[extname(file)](file, as ?? basename(file, extname(file)));
  }
} finally {
  await browser.close();
}

function list(folder) {
  return readdirSync(join(root, folder))
    .filter(name => extname(name) in draw && (!only || basename(name, extname(name)) === only))
    .sort()
    .map(name => join(root, folder, name));
}

async function drawDiagram(file, name) {
  const page = await open({ width: 3000, height: 1600 }, 2,
    ['bpmn-js/dist/assets/diagram-js.css', 'bpmn-js/dist/assets/bpmn-js.css']);
  await page.addScriptTag({ path: join(modules, 'bpmn-js/dist/bpmn-viewer.production.min.js') });
  const size = await page.evaluate(async ({ xml, font, margin }) => {
    const viewer = new BpmnJS({
      container: '#canvas',
      textRenderer: { defaultStyle: { fontFamily: font }, externalStyle: { fontFamily: font } }
    });
    await viewer.importXML(xml);
    const { inner } = viewer.get('canvas').viewbox();
    const width = Math.ceil(inner.width) + 2 * margin;
    const height = Math.ceil(inner.height) + 2 * margin;
    Object.assign(document.querySelector('#canvas').style, { width: width + 'px', height: height + 'px' });
    viewer.get('canvas').resized();
    viewer.get('canvas').viewbox({ x: inner.x - margin, y: inner.y - margin, width, height });
    return { width, height };
  }, { xml: readFileSync(file, 'utf8'), font: FONT, margin: MARGIN });
  await page.setViewportSize(size);
  await save(page, '#canvas', name);
}

async function drawTable(file, name) {
  const page = await open({ width: 1500, height: 1000 }, 1, ['diagram-js', 'dmn-js-shared', 'dmn-js-drd',
    'dmn-js-decision-table', 'dmn-js-literal-expression', 'dmn-font/css/dmn-embedded']
    .map(css => `dmn-js/dist/assets/${css}.css`));
  await page.addScriptTag({ path: join(modules, 'dmn-js/dist/dmn-viewer.production.min.js') });
  await page.evaluate(async xml => {
    const viewer = new DmnJS({ container: '#canvas' });
    await viewer.importXML(xml);
    await viewer.open(viewer.getViews().find(view => view.type === 'decisionTable'));
  }, readFileSync(file, 'utf8'));
  // The button to the (trivial) requirements diagram is of no use in a picture.
  await page.addStyleTag({ content: '.view-drd { display: none } #canvas { width: max-content }' });
  await save(page, '#canvas', name);
}

async function drawForm(file, name) {
  const bundle = await formViewer();
  for (const [suffix, width] of [['', 1280], ['-phone', 390]]) {
    const page = await open({ width, height: 800 }, 2, ['@bpmn-io/form-js-viewer/dist/assets/form-js.css']);
    await page.addScriptTag({ content: bundle });
    const warnings = await page.evaluate(async ({ schema, data }) => {
      const form = new formViewer.Form({ container: '#canvas' });
      return (await form.importSchema(schema, data)).warnings.map(String);
    }, { schema: JSON.parse(readFileSync(file, 'utf8')), data: sampleTasks[name] ?? {} });
    warnings.forEach(warning => console.warn(`${name}: ${warning}`));
    await page.addStyleTag({ content: `#canvas { padding: 16px; max-width: 900px } .fjs-container { --font-family: ${FONT} }` });
    await save(page, '#canvas', name + suffix);
  }
}

async function formViewer() {
  const result = await build({
    stdin: { contents: "export { Form } from '@bpmn-io/form-js-viewer'", resolveDir: modules },
    bundle: true, write: false, minify: true, format: 'iife', globalName: 'formViewer', logLevel: 'error'
  });
  return result.outputFiles[0].text;
}

async function open(viewport, scale, styles) {
  const page = await browser.newPage({ viewport, deviceScaleFactor: scale, locale: 'zh-CN' });
  page.on('pageerror', error => { throw error; });
  await page.setContent(
    `<!doctype html><html lang="zh-CN"><body style="margin:0;background:#fff;font-family:${FONT}">` +
    '<div id="canvas" style="background:#fff"></div></body></html>');
  for (const style of styles) {
    await page.addStyleTag({ content: readFileSync(join(modules, style), 'utf8') });
  }
  return page;
}

async function save(page, selector, name) {
  await page.evaluate(() => document.fonts.ready);
  const path = join(images, `${name}.png`);
  await page.locator(selector).screenshot({ path });
  await page.close();
  console.log(path.slice(root.length));
}
