// What the theme makes in the browser: the button that copies a block of code stands in a landmark without a name, dozens
// on a page; and a table that is wider than the screen can be scrolled by touch alone.
new MutationObserver(() => {
  for (const nav of document.querySelectorAll("nav.md-code__nav:not([role])")) nav.setAttribute("role", "none");
  for (const table of document.querySelectorAll(".md-typeset__scrollwrap:not([tabindex])")) {
    if (table.scrollWidth > table.clientWidth) table.tabIndex = 0;
  }
}).observe(document.documentElement, { childList: true, subtree: true });
