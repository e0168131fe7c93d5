// Bundles form-js for the desk, its fixed English in Chinese. The bpmn.io watermark stays as its licence wants it.
import { build } from 'esbuild';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const modules = fileURLToPath(new URL('../node_modules', import.meta.url));
const viewer = join(modules, '@bpmn-io/form-js-viewer');

// What is written in the source, and how often: another version with other texts fails here and not on a page.
const CHINESE = [
  ["'Field is required.'", "'请填写或选择此项。'"],
  ['`Field must match pattern ${validation.pattern}.`', '`格式不对，应符合 ${validation.pattern}。`'],
  ['`Field must have minimum value of ${validation.min}.`', '`不能小于${validation.min}。`'],
  ['`Field must have maximum value of ${validation.max}.`', '`不能大于${validation.max}。`'],
  ['`Field must have minimum length of ${validation.minLength}.`', '`至少${validation.minLength}个字。`'],
  ['`Field must have maximum length of ${validation.maxLength}.`', '`最多${validation.maxLength}个字。`'],
  ["'Field must be a valid  international phone number. (e.g. +4930664040900)'", "'请填写正确的电话号码。'"],
  ["'Field must be a valid email.'", "'请填写正确的电子邮箱。'"],
  ["'Value is not a number.'", "'请填写数字。'"],
  ["'Date and time must both be entered.'", "'日期和时间都要填写。'"],
  ["placeholder: 'Search'", "placeholder: '输入文字查找'"],
  ["placeholder: disabled || readonly ? undefined : 'Search'", "placeholder: disabled || readonly ? undefined : '输入文字查找'"],
  ["valueLabel || 'Select'", "valueLabel || '请选择'"],
  ["emptyListMessage = 'No results'", "emptyListMessage = '没有找到'"],
  ["hasOptionsLeft ? 'No results' : 'All values selected'", "hasOptionsLeft ? '没有找到' : '已全部选择'"],
  ['"aria-label": "Increment"', '"aria-label": "加"'],
  ['"aria-label": "Decrement"', '"aria-label": "减"'],
  ['label: "Skip to search"', 'label: "跳到查找"'],
  ['title: "Remove tag"', 'title: "移除"'],
  ['text: "No content to show."', 'text: "没有内容。"'],
  ['text: "External content couldn\'t be loaded."', 'text: "外部内容打不开。"'],
  ['alt: "This is an image placeholder"', 'alt: "图片占位"'],
  ['children: "Nothing to show."', 'children: "没有内容。"'],
  ['"aria-label": "Previous page"', '"aria-label": "上一页"'],
  ['"aria-label": "Next page"', '"aria-label": "下一页"'],
  ['children: "Browse"', 'children: "选择文件"'],
  ["'No files selected'", "'没有选择文件'"],
  ['"aria-label": `Download ${fileName}`', '"aria-label": `下载 ${fileName}`'],
  ['"aria-label": `Remove list item ${itemIndex + 1}`', '"aria-label": `移除第${itemIndex + 1}项`']
];

/** The files of the desk's form viewer by name, always the same bytes for the same versions. */
export async function formViewer() {
  const result = await build({
    stdin: { contents: "export { Form } from '@bpmn-io/form-js-viewer'", resolveDir: modules },
    bundle: true, write: false, minify: true, format: 'iife', globalName: 'gridloopForm', logLevel: 'error',
    charset: 'utf8', legalComments: 'none', target: 'es2020', plugins: [chinese()],
    banner: { js: '/*! @bpmn-io/form-js-viewer, bpmn.io licence, see LICENSE; built by ui/scripts/formViewer.mjs */' }
  });
  return {
    'form-viewer.js': result.outputFiles[0].text,
    'form-js.css': readFileSync(join(viewer, 'dist/assets/form-js.css'), 'utf8'),
    'LICENSE': readFileSync(join(viewer, 'LICENSE'), 'utf8')
  };
}

function chinese() {
  return {
    name: 'chinese',
    setup(build) {
      build.onLoad({ filter: /form-js-viewer[\\/]dist[\\/]index\.es\.js$/ }, ({ path }) =>
        ({ contents: translate(readFileSync(path, 'utf8')), loader: 'js' }));
    }
  };
}

function translate(source) {
  return CHINESE.reduce((text, [english, chinese]) => {
    if (!text.includes(english)) {
      throw new Error(`form-js has no ${english} any more: look for its new words`);
    }
    return text.split(english).join(chinese);
  }, source);
}
