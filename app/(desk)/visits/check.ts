import { zodResolver } from "@hookform/resolvers/zod";
import { VisitForm } from "@/lib/visits/forms";

/** The form's own check, word for word the server's. */
export const check = zodResolver(VisitForm);
