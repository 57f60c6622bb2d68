import { type Attachment, AttachmentHash } from '#events/attachment';
/** A file beside the log: its bytes, known by their hash. What it was called stands in the event that speaks of it. */
export type StoredFile = Omit<Attachment, 'name'>;
export interface Attachments {
    /** Keeps the bytes and answers what they are; null when they are of no type that is taken. Twice is as once. */
    keep(bytes: Uint8Array): StoredFile | null;
    /** What lies there under the hash; undefined when nothing does. */
    find(hash: AttachmentHash): StoredFile | undefined;
    /** The bytes. Throws `DamagedFile` when they are no longer those that the hash was made of. */
    read(hash: AttachmentHash): Uint8Array;
}
/** A file beside the log is not what its name says. */
export declare class DamagedFile extends Error {
    readonly name = "DamagedFile";
}
/** Files in a folder, each named by the SHA-256 of its bytes. A file appears whole or not at all. */
export declare function openAttachments(folder: string): Attachments;
