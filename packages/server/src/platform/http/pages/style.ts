/** The look of public pages that need no script: one column, readable at 320 px, dark where the reader's system is. */
export const PAGE_CSS = `
:root { color-scheme: light dark; --line: light-dark(#8a8f98, #7d838c); --accent: light-dark(#1b4f9c, #9cc2ff); }
* { box-sizing: border-box; }
body { margin: 0; font: 1rem/1.5 system-ui, sans-serif; color: light-dark(#1c2026, #e9ebee); background: light-dark(#fff, #16191d); }
main { max-width: 46rem; margin: 0 auto; padding: 1rem; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; line-height: 1.2; } h2 { font-size: 1.25rem; margin-top: 2rem; }
a { color: var(--accent); } :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
label, legend { display: block; font-weight: 600; margin-top: 1rem; } .hint { font-weight: 400; font-size: .9rem; margin: 0; }
select, input:not([type=checkbox]), button { font: inherit; width: 100%; max-width: 24rem; min-height: 2.75rem; padding: .25rem .6rem;
  border: 1px solid var(--line); border-radius: .3rem; background: inherit; color: inherit; }
label:has(> input[type=checkbox]) { display: flex; gap: .6rem; align-items: center; min-height: 2.75rem; font-weight: 400; }
input[type=checkbox] { width: 1.4rem; height: 1.4rem; flex: none; }
button { margin-top: 1.5rem; border: 0; background: light-dark(#1b4f9c, #2b62b5); color: #fff; font-weight: 600; cursor: pointer; }
fieldset { border: 1px solid var(--line); border-radius: .3rem; margin: 1.5rem 0 0; padding: 0 1rem 1rem; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: left; vertical-align: top; padding: .4rem .5rem .4rem 0; border-bottom: 1px solid var(--line); }
td.number, th.number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; padding-right: 0; }
.answer, .alert { border-left: .4rem solid var(--accent); padding: .25rem 0 .25rem 1rem; margin: 1.5rem 0; } .alert { border-color: light-dark(#b3261e, #ff9a92); }
.lead { font-size: 1.3rem; font-weight: 600; margin: .25rem 0; }
@media print { form, nav { display: none; } }
`
