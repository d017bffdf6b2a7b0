/**
 * Stands for a value that failed with an error: the nearest enclosing nullable place becomes null (GraphQL specification,
 * 6.4.4).
 */
export const failed = Symbol('failed');
