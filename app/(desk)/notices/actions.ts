"use server";
import { action } from "@/app/_kit/action";
import * as acts from "@/lib/notices/acts";
import { NoticeForm } from "@/lib/notices/forms";

export const knowNotice = action(NoticeForm, acts.knowNotice);
