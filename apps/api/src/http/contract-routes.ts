import { type Operation, operations, type RouteName, routes } from '@porchlight/protocol';

/** A route of the contract, and the addresses it is found at. */
export interface ContractRoute {
  name: RouteName;
  method: string;
  operation: Operation;
}

const known = (Object.keys(routes) as RouteName[]).map((name) => ({
  name,
  method: routes[name].method as string,
  operation: operations[name] as Operation,
  pattern: new RegExp(`^${routes[name].path.replace(/\{\w+\}/g, '[^/]+')}/?$`),
}));

/** The routes of the contract at an address, whatever their method. */
export function routesAt(url: string): ContractRoute[] {
  const path = url.split('?', 1)[0] ?? '';
  return known.filter(({ pattern }) => pattern.test(path));
}

/** The route that answers a request: where several match, the one that says most of the address itself. */
export function routeOf(method: string, url: string): ContractRoute | undefined {
  const parameters = ({ name }: ContractRoute) => routes[name].path.split('{').length;
  return routesAt(url)
    .filter((route) => route.method === method)
    .sort((a, b) => parameters(a) - parameters(b))[0];
}

/** The methods that an address of the contract takes (RFC 9110 section 10.2.1); none where nothing is. */
export function allowedMethods(url: string): string[] {
  const methods = new Set(routesAt(url).map(({ method }) => method));
  // Every GET answers HEAD as well.
  if (methods.has('GET')) methods.add('HEAD');
  return [...methods];
}
