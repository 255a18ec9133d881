/**
 * The product's mark, a porch lantern whose glass is a speech bubble: path data on a 24 px grid, filled by the even-odd
 * rule. Free of Lit, for the widget's first load.
 */
export const mark =
  'M10.9 1.4h2.2v1.5h1.7c.4 0 .7.15.95.4l3.7 3.9c.5.5.1 1.3-.6 1.3H5.15c-.7 0-1.1-.8-.6-1.3l3.7-3.9c.25-.25.55-.4.95-.4h1.7zM5.4 9.7h13.2v5.3a3.2 3.2 0 0 1-3.2 3.2h-1.7L9.4 22v-3.8h-.8A3.2 3.2 0 0 1 5.4 15zM12.15 10.6c2 1.3 2.55 2.45 2.55 3.5a2.6 2.6 0 0 1-5.2 0c0-.9.45-1.5 1-2 .05.6.35.9.7.9.55 0 .75-.45.75-1 0-.5-.05-.95.2-1.4z';
