import type { AttachmentType } from '#events/attachment';
/** What a file is by its bytes, whatever it is called; null for everything that is not taken. */
export declare function typeOf(bytes: Uint8Array): AttachmentType | null;
