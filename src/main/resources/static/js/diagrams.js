// Draws the diagrams of a proposal with what is different coloured; the list below says the same in words.
(function () {
  'use strict';

  document.querySelectorAll('[data-diagram]').forEach(function (box) {
    var article = box.closest('.difference');
    fetch(box.dataset.diagram, { credentials: 'same-origin' })
      .then(function (answer) { return answer.text(); })
      .then(function (xml) {
        box.hidden = false;
        var viewer = new window.BpmnJS({ container: box });
        return viewer.importXML(xml).then(function () { colour(viewer, article); });
      })
      .catch(function () { box.hidden = true; });
  });

  function colour(viewer, article) {
    var canvas = viewer.get('canvas');
    var elements = viewer.get('elementRegistry');
    article.querySelectorAll('[data-element]').forEach(function (change) {
      var kind = ['added', 'changed', 'moved'].find(function (it) { return change.classList.contains('change-' + it); });
      if (kind && elements.get(change.dataset.element)) {
        canvas.addMarker(change.dataset.element, 'gl-' + kind);
      }
    });
    canvas.zoom('fit-viewport');
    article.querySelectorAll('[data-diagram-key]').forEach(function (key) { key.hidden = false; });
  }
})();
