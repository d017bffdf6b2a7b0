/** Stands for a value that came to nothing, with an error: the nearest place that may be null is null (GraphQL specification, 6.4.4). */
export const failed = Symbol('failed');
