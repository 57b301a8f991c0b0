/** What a page might do with it, if it were more than text. */
export const PAYLOADS = [
  '<img src=x onerror="window.hacked=1">',
  '"><script>window.hacked=1</script>',
  "'><svg/onload=window.hacked=1>",
  '</title></textarea></style><iframe srcdoc="<script>parent.hacked=1</script>">',
  '[click](javascript:window.hacked=1)',
  'javascript:window.hacked=1//',
  '<a href="data:text/html,<script>alert(1)</script>">x</a>',
  '&lt;b&gt;&amp;quot; ${window.hacked=1} {{hacked=1}}',
];

/** All of them in one line, which begins with a name to find it by. */
export const spell = (name: string): string => `${name} ${PAYLOADS.join(' ')}`;
