/** What the bench uses of the libraries that are installed on demand. */

declare module 'json-logic-js' {
  const jsonLogic: {
    apply(rule: unknown, data: unknown): unknown;
    add_operation(
      name: string,
      operation: (...values: never[]) => unknown,
    ): void;
  };
  export default jsonLogic;
}

declare module '@growthbook/growthbook' {
  export function evalCondition(
    attributes: object,
    condition: Readonly<Record<string, unknown>>,
  ): boolean;
}
