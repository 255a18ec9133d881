import { pathOf } from '@porchlight/protocol';

/** Where the picture of an agent is fetched, below the address of the API. */
export const pictureUrl = (picture: string): string => pathOf('getPicture', { picture });
