"use client";
import { Button } from "@/app/_ui/button";

export const PrintButton = () => <Button variant="primary" className="max-lg:hidden" onClick={() => window.print()}>打印计分说明</Button>;
