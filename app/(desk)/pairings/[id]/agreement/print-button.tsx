"use client";
import { Button } from "@/app/_ui/button";

export const PrintButton = () => <Button variant="primary" onClick={() => window.print()}>打印协议</Button>;
