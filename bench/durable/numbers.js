/** Finds the numbers of the benchmark's messages in what a stream brings, wherever it is cut. */
export function numbersIn(onNumber) {
  const pattern = /"text":"#(\d+) /g;
  let rest = '';
  return (text) => {
    const all = rest + text;
    let end = 0;
    for (const match of all.matchAll(pattern)) {
      onNumber(Number(match[1]));
      end = match.index + match[0].length;
    }
    rest = all.slice(Math.max(end, all.length - 32));
  };
}
