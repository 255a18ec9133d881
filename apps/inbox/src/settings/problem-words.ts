import { ChatError } from '@porchlight/client';

/** What to tell somebody whose change was not taken. `refused` is what the rule says, where there is one for the place. */
export function problemWords(error: unknown, refused?: string): string {
  if (!(error instanceof ChatError)) return 'Something went wrong in this page. Reload it and try again.';
  switch (error.code) {
    case 'invalid':
      return fieldWords(error) ?? 'One of the fields is not right. Check them and try again.';
    case 'refused':
    case 'conflict':
      return refused ?? `${error.detail}.`;
    case 'outdated':
      return 'Somebody else has changed this meanwhile.';
    case 'not_found':
      return 'It is no longer there. Somebody may have taken it away.';
    case 'forbidden':
    case 'unauthenticated':
      return 'You may not change this. Ask an admin of your team.';
    case 'too_large':
      return 'The file is too large.';
    case 'unsupported_media_type':
    case 'unreadable_picture':
      return 'This picture cannot be read. Choose a JPEG, PNG, WebP, GIF or AVIF.';
    case 'rate_limited':
      return 'Too many tries. Wait a minute and try again.';
    case 'network':
      return 'The server cannot be reached. Check your connection and try again.';
    default:
      return 'The server has a problem. Try again in a moment.';
  }
}

function fieldWords({ errors }: ChatError): string | undefined {
  const [first] = errors ?? [];
  if (!first) return undefined;
  const field = first.path.replace(/[._]/g, ' ').replace(/([a-z])([A-Z])/g, '$1 $2');
  return `${field.charAt(0).toUpperCase()}${field.slice(1).toLowerCase()} ${first.message}.`;
}
