// Shows the report form one step at a time; without this file it is one page.
(function () {
  'use strict';

  var form = document.querySelector('form[data-steps]');
  if (!form) {
    return;
  }
  var steps = Array.prototype.slice.call(form.querySelectorAll('[data-step]'));
  var shown = 0;

  // Of the ways to name a place only the chosen one has to be filled.
  function asked(field) {
    var part = field.closest('.choice-part');
    var way = form.querySelector('input[name=place]:checked');
    return !part || (way !== null && part.classList.contains('part-' + way.value));
  }

  function lacking(step) {
    return Array.prototype.filter.call(step.querySelectorAll('[data-say]'), function (field) {
      return asked(field) && field.value.trim().length < Math.max(field.minLength || 0, 1);
    });
  }

  function clear(step) {
    Array.prototype.forEach.call(step.querySelectorAll('[data-say]'), function (field) {
      var problem = document.getElementById(field.id + '-problem');
      if (problem) {
        problem.parentNode.removeChild(problem);
      }
      field.classList.remove('is-invalid');
      field.removeAttribute('aria-invalid');
    });
  }

  function complain(fields) {
    fields.forEach(function (field) {
      var problem = document.createElement('p');
      problem.className = 'problem';
      problem.id = field.id + '-problem';
      problem.textContent = field.getAttribute('data-say');
      field.parentNode.appendChild(problem);
      field.classList.add('is-invalid');
      field.setAttribute('aria-invalid', 'true');
    });
    fields[0].focus();
  }

  function show(index) {
    steps.forEach(function (step, i) {
      step.hidden = i !== index;
    });
    shown = index;
  }

  // Nobody gets past a step that is not filled, whatever the address says.
  function reachable(index) {
    for (var i = 0; i < index; i++) {
      if (lacking(steps[i]).length > 0) {
        return i;
      }
    }
    return index;
  }

  function ofAddress() {
    var match = /^#step-(\d)$/.exec(location.hash);
    return match ? Math.min(Math.max(Number(match[1]), 1), steps.length) - 1 : 0;
  }

  function next() {
    var fields = lacking(steps[shown]);
    clear(steps[shown]);
    if (fields.length > 0) {
      complain(fields);
    } else {
      location.hash = 'step-' + (shown + 2);
    }
  }

  function button(label, kind, press) {
    var made = document.createElement('button');
    made.type = 'button';
    made.className = 'btn ' + kind;
    made.textContent = label;
    made.addEventListener('click', press);
    return made;
  }

  function equip(step, index) {
    step.querySelector('[data-count]').hidden = false;
    var actions = step.querySelector('[data-actions]');
    if (index < steps.length - 1) {
      actions.appendChild(button('下一步', 'btn-primary', next));
    }
    if (index > 0) {
      actions.appendChild(button('上一步', 'btn-outline-primary', function () {
        location.hash = 'step-' + index;
      }));
    }
  }

  // What the server found wrong comes first, then the step that the address names.
  function begin() {
    var wrong = steps.findIndex(function (step) {
      return step.querySelector('.problem') !== null;
    });
    show(wrong === -1 ? reachable(ofAddress()) : wrong);
  }

  steps.forEach(equip);
  begin();

  window.addEventListener('hashchange', function () {
    show(reachable(ofAddress()));
    steps[shown].querySelector('[data-heading]').focus();
  });

  // A link to a field opens its step.
  document.addEventListener('click', function (event) {
    var link = event.target.closest('a[href^="#"]');
    var field = link && document.getElementById(link.getAttribute('href').slice(1));
    var step = field && field.closest('[data-step]');
    if (step) {
      event.preventDefault();
      show(steps.indexOf(step));
      history.replaceState(null, '', '#step-' + (shown + 1));
      field.focus();
    }
  });

  // The enter key in an early step goes on; before the form is sent each step is looked at again.
  document.addEventListener('submit', function (event) {
    if (event.target !== form) {
      return;
    }
    var last = steps.length - 1;
    var open = shown < last ? shown : reachable(last);
    if (open < last) {
      event.preventDefault();
      event.stopPropagation();
      show(open);
      next();
    }
  }, true);
})();
