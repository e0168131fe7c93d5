// Asks the questions of the category that is chosen; without this file the server asks what is required after the form
// was sent.
(function () {
  'use strict';

  var place = document.querySelector('[data-questions]');
  var category = document.getElementById('category');
  var said = document.querySelector('[data-questions-said]');
  var sets = {};
  if (!place || !category) {
    return;
  }
  var shown = place.querySelector('.questions');

  Array.prototype.forEach.call(place.querySelectorAll('template'), function (template) {
    var set = template.content.firstElementChild;
    sets[set.dataset.category] = set;
  });
  if (shown) {
    sets[shown.dataset.category] = shown;
  }

  // A set that leaves the page keeps what was typed, and is not sent.
  function show() {
    var wanted = sets[category.value] || null;
    if (wanted === shown) {
      return;
    }
    if (shown) {
      place.removeChild(shown);
    }
    if (wanted) {
      place.appendChild(wanted);
    }
    shown = wanted;
    said.textContent = wanted ? '下面有 ' + wanted.querySelectorAll('.field').length + ' 个关于这类问题的提问' : '';
  }

  // A form that begins anew has no answers, also where they are not shown.
  function forget() {
    Object.keys(sets).forEach(function (code) {
      Array.prototype.forEach.call(sets[code].querySelectorAll('input, select, textarea'), function (field) {
        if (field.type === 'checkbox') {
          field.checked = false;
        } else {
          field.value = '';
        }
      });
    });
  }

  category.form.addEventListener('reset', forget);
  category.addEventListener('change', show);
  // Going back in the browser restores the choice after this has run.
  window.addEventListener('pageshow', show);
  show();
})();
