/** A usual message. */
export const WORDS =
  'Hello, I have a question about my order. It was to arrive yesterday and the page still says that it is on its way.';
