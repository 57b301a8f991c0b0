/* Shows the page's own script, and that the page still works. */
const trap = document.getElementById('trap');
const code = document.getElementById('code');
if (trap) code.textContent = withoutBlock(trap.textContent);
else code.remove();

document.getElementById('mend').onclick = function () {
  document.getElementById('works').textContent = 'The page works.';
};

/* The script stands in a block, indented. */
function withoutBlock(script) {
  return script.trim().slice(1, -1).replace(/^ {8}/gm, '').trim();
}
