/** Gives memory, all zeros. */
export type Allocate = (bytes: number) => ArrayBufferLike

export const allocateOwn: Allocate = bytes => new ArrayBuffer(bytes)
/** Memory that threads share. */
export const allocateShared: Allocate = bytes => new SharedArrayBuffer(bytes)
