import type { FieldName } from '../domain/field';
import type { Suspicion, SuspiciousListings, Verdict, Verdicts } from '../domain/suspicion';

export interface SuspiciousData {
	/** The last look for suspicious listings of this visit; `null` before the first. */
	suspicious: SuspiciousListings | null;
	suspicionVerdicts: Verdicts;
}

export interface SuspiciousActions {
	/** Holds every listing against those most like it. @param field whose labels photos are held against */
	lookForSuspicious(field: FieldName | null): Promise<void>;
	/** What a person makes of it; `null` takes that back. */
	judgeSuspicion(suspicion: Suspicion, verdict: Verdict | null): Promise<void>;
	/** Suspicions as a CSV file, each with its sentence. */
	exportSuspicions(rows: readonly { suspicion: Suspicion; sentence: string }[]): Promise<Blob>;
}
