export function modelMetadata(file: Uint8Array): Record<string, string>;
