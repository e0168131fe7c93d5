// Puts a phrase where the cursor was in the form; without this file the phrases are a list to copy from.
(function () {
  'use strict';

  var form = document.getElementById('form');
  var said = document.querySelector('[data-phrase-said]');
  var FIELDS = 'textarea, input[type=text]';
  var last = null;
  if (!form || !said) {
    return;
  }

  function usable(field) {
    return field && form.contains(field) && !field.disabled && !field.readOnly;
  }

  function put(text) {
    var field = usable(last) ? last : form.querySelector('textarea');
    if (!usable(field)) {
      said.textContent = '请先点一下要填写的文本框。';
      return;
    }
    field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end');
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.focus();
    said.textContent = '已填入。';
  }

  form.addEventListener('focusin', function (event) {
    if (event.target.matches(FIELDS)) {
      last = event.target;
    }
  });
  document.querySelectorAll('[data-phrase]').forEach(function (button) {
    button.hidden = false;
    button.addEventListener('click', function () { put(button.dataset.phrase); });
  });
})();
