"use server";
import { action } from "@/app/_kit/action";
import * as acts from "@/lib/topics/acts";
import * as gates from "@/lib/topics/acts-gates";
import * as members from "@/lib/topics/acts-members";
import { GateItemForm, JoinForm, LeaveTopicForm, MoveForm, PlanForm, RetireItemForm, ReviseTopicForm, StopForm, TickForm, TopicForm } from "@/lib/topics/forms";

export const openTopic = action(TopicForm, acts.openTopic);
export const reviseTopic = action(ReviseTopicForm, acts.reviseTopic);
export const planGates = action(PlanForm, acts.planGates);
export const stopTopic = action(StopForm, acts.stopTopic);
export const resumeTopic = action(StopForm, acts.resumeTopic);

export const joinTopic = action(JoinForm, members.joinTopic);
export const leaveTopic = action(LeaveTopicForm, members.leaveTopic);

export const tickItem = action(TickForm, gates.tickItem);
export const moveTopic = action(MoveForm, gates.moveTopic);
export const addGateItem = action(GateItemForm, gates.addGateItem);
export const retireGateItem = action(RetireItemForm, gates.retireGateItem);
