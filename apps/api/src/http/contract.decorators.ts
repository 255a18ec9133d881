import { Body, Param, Query } from '@nestjs/common';
import { type Operation, operations, type RouteName } from '@porchlight/protocol';

const contract: Record<RouteName, Operation> = operations;

/** The body of a request, held against the contract of the operation. */
export const BodyOf = (name: RouteName) => Body({ schema: required(contract[name].body, name, 'body') });

/** The query of a request, held against the contract of the operation. */
export const QueryOf = (name: RouteName) => Query({ schema: required(contract[name].query, name, 'query') });

/** The path parameters of a request, held against the contract of the operation. */
export const ParamsOf = (name: RouteName) => Param({ schema: required(contract[name].params, name, 'params') });

function required<Schema>(schema: Schema | undefined, name: string, part: string): Schema {
  if (!schema) throw new Error(`The contract gives ${name} no ${part}`);
  return schema;
}
