import { z } from "zod";
import { uploadField } from "~/platform/forms/fields";

export const uploadLargestBytes = 5_000_000;
export const uploadMostRows = 5_000;

export const uploadRosterSchema = z.object({ list: uploadField({ largestBytes: uploadLargestBytes }) });

export const uploadEncodings = ["utf-8", "utf-16le", "utf-16be", "windows-1252"] as const;
export type UploadEncoding = (typeof uploadEncodings)[number];
