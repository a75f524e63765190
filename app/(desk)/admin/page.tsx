import { redirect } from "next/navigation";

/** 账号 is the only thing the admin has here so far. */
export default function AdminPage() {
  redirect("/admin/accounts");
}
