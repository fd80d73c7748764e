/**
 * How live explorables look. Letters and grounds are the page's own, so that dark pages and light ones
 * both do; every rule stays inside `.dmm-explorable`.
 */
export const styles = `
.dmm-explorable{max-width:760px;margin:.6em 0;font:14px/1.45 "Helvetica Neue",Helvetica,Arial,sans-serif;font-variant-numeric:tabular-nums}
.dmm-explorable .dmm-title{font-weight:600;font-size:16px;margin:0 0 .5em}
.dmm-explorable form{display:grid;grid-template-columns:repeat(auto-fill,minmax(310px,1fr));gap:.15em 1.6em;margin:0 0 .6em;align-items:center}
.dmm-explorable label{display:grid;grid-template-columns:9.2em 1fr 6em;gap:.6em;align-items:center;min-height:30px}
.dmm-explorable output{text-align:right;white-space:nowrap}
.dmm-explorable input[type=range]{width:100%;min-width:60px;margin:0;accent-color:#4f6cd6}
.dmm-explorable select,.dmm-explorable input[type=number],.dmm-explorable button{font:inherit;color:inherit;background:transparent;border:1px solid #888;border-radius:4px;padding:.2em .6em;min-height:28px;width:auto;margin:0}
.dmm-explorable select,.dmm-explorable input[type=number]{grid-column:2/4;width:100%;box-sizing:border-box}
.dmm-explorable .dmm-writing{display:block;grid-column:1/-1}
.dmm-explorable textarea{font:13px/1.5 ui-monospace,Menlo,Consolas,monospace;color:inherit;background:transparent;border:1px solid #888;border-radius:4px;padding:.4em .6em;width:100%;box-sizing:border-box;margin:.2em 0;resize:vertical}
.dmm-explorable option{color:#222;background:#fff}
.dmm-explorable button{cursor:pointer}
.dmm-explorable .dmm-buttons{display:flex;flex-wrap:wrap;gap:.6em;align-items:center;grid-column:1/-1;margin:.2em 0}
.dmm-explorable .dmm-buttons label{display:flex}
.dmm-explorable .dmm-buttons select{width:auto}
.dmm-explorable :focus-visible{outline:2px solid #4f6cd6;outline-offset:2px}
.dmm-explorable svg{display:block;max-width:100%;height:auto;margin:0 0 .3em}
.dmm-explorable .dmm-scroll{overflow-x:auto}
.dmm-explorable table{min-width:min(100%,500px);border-collapse:collapse;margin:.2em 0;font-size:13px;color:inherit;background:transparent}
.dmm-explorable .dmm-caption{font-size:13px;margin:.4em 0 0}
.dmm-explorable th,.dmm-explorable td{padding:.2em .8em .2em 0;text-align:right;border:0;border-bottom:1px solid #8884;background:transparent;font-weight:400;white-space:nowrap;color:inherit}
.dmm-explorable th:first-child{text-align:left}
.dmm-explorable thead th{font-weight:600}
.dmm-explorable .dmm-summary{margin:.4em 0 0;min-height:2.9em}
@media (max-width:480px){.dmm-explorable form{grid-template-columns:1fr}.dmm-explorable label{grid-template-columns:8em 1fr 5em;gap:.4em}.dmm-explorable th,.dmm-explorable td{padding-right:.6em}}
@media print{.dmm-explorable form{display:none}.dmm-explorable svg{break-inside:avoid}}
`.trim();
