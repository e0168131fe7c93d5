package io.gridloop.process.changes;

/** The two changes of the guide "Change the process safely". */
public final class WorkedChanges {

    private WorkedChanges() {}

    /** What the table gives to a department is approved by the county's dispatcher before it is dispatched. */
    public static Change approvalAdded() {
        return Change.of("DispatchCaseProcess.bpmn").widened(980, 480)
                .with("name=\"是\" sourceRef=\"Gateway_UnitKnown\"", "name=\"是，社区\" sourceRef=\"Gateway_UnitKnown\"")
                .with("=route.level != \"dispatcher\"", "=route.level = \"community\"")
                .with(line(8, "<di:waypoint x=\"755\" y=\"240\" />") + line(8, "<di:waypoint x=\"1460\" y=\"240\" />"),
                        line(8, "<di:waypoint x=\"730\" y=\"215\" />") + line(8, "<di:waypoint x=\"730\" y=\"140\" />")
                                + line(8, "<di:waypoint x=\"1485\" y=\"140\" />")
                                + line(8, "<di:waypoint x=\"1485\" y=\"200\" />"))
                .with("<dc:Bounds x=\"759\" y=\"222\" width=\"14\"", "<dc:Bounds x=\"736\" y=\"152\" width=\"56\"")
                .with("<dc:Bounds x=\"682\" y=\"196\" width=\"88\" height=\"28\"",
                        "<dc:Bounds x=\"640\" y=\"178\" width=\"84\" height=\"14\"")
                .with(line(6, "<bpmn:outgoing>SequenceFlow_UnitKnownToAssignUnit</bpmn:outgoing>"),
                        line(6, "<bpmn:outgoing>SequenceFlow_UnitKnownToAssignUnit</bpmn:outgoing>")
                                + line(6,
                                        "<bpmn:outgoing>SequenceFlow_UnitKnownToDispatcherApproval</bpmn:outgoing>"))
                .with(line(6, "<bpmn:incoming>SequenceFlow_UnitKnownToAssignUnit</bpmn:incoming>"),
                        line(6, "<bpmn:incoming>SequenceFlow_UnitKnownToAssignUnit</bpmn:incoming>")
                                + line(6, "<bpmn:incoming>SequenceFlow_ApprovalToAssignUnit</bpmn:incoming>"))
                .with(line(6, "<bpmn:incoming>SequenceFlow_UnitKnownToDispatchCase</bpmn:incoming>"),
                        line(6, "<bpmn:incoming>SequenceFlow_UnitKnownToDispatchCase</bpmn:incoming>")
                                + line(6, "<bpmn:incoming>SequenceFlow_ApprovalToDispatchCase</bpmn:incoming>"))
                .drawn("approval/elements.xml", "    <bpmn:sequenceFlow ")
                .drawn("approval/shapes.xml", "    </bpmndi:BPMNPlane>");
    }

    /** Other matters that a leader wants handled in the community go there; the rest still goes to the dispatcher. */
    public static Change ruleAdded() {
        return narrowed(overlappingRuleAdded());
    }

    /** The same with its second half forgotten. */
    static Change overlappingRuleAdded() {
        return Change.of("routeCase.dmn").drawn("rule/rule.xml", "      <rule id=\"Rule_Default\">");
    }

    private static Change narrowed(Change table) {
        var cell = "<inputEntry id=\"UnaryTests_1201_A_handlingLevel\">\n          <text>";
        return table.with(cell + "</text>", cell + "\"county\"</text>");
    }

    private static String line(int indent, String text) {
        return " ".repeat(indent) + text + "\n";
    }
}
