/** The rows of a file are written in one place, which the import shares. */
export * from "@/lib/gate/household-file";
