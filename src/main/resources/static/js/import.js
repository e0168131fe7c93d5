// Keeps the page of a running import up to date; without this file people press 刷新.
(function () {
  'use strict';

  var panel = document.querySelector('[data-progress]');
  if (!panel) {
    return;
  }
  var bar = panel.querySelector('progress');
  var failures = 0;

  function show(progress) {
    bar.value = progress.percent;
    panel.querySelectorAll('[data-field]').forEach(function (field) {
      var value = String(progress[field.dataset.field]);
      if (field.textContent !== value) {
        field.textContent = value;
      }
    });
  }

  function look() {
    fetch(panel.dataset.progress, { headers: { Accept: 'application/json' }, redirect: 'error' })
      .then(function (answer) {
        if (!answer.ok) {
          throw new Error(answer.status);
        }
        return answer.json();
      })
      .then(function (progress) {
        failures = 0;
        if (progress.open) {
          show(progress);
          window.setTimeout(look, 1500);
        } else {
          window.location.reload();
        }
      })
      .catch(function () {
        failures += 1;
        window.setTimeout(look, Math.min(30000, 1500 * Math.pow(2, failures)));
      });
  }

  window.setTimeout(look, 1500);
})();
