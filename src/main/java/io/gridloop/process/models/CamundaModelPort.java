package io.gridloop.process.models;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.DeployResourceCommandStep1.DeployResourceCommandStep2;
import io.camunda.client.api.command.DeployResourceCommandStep1;
import io.camunda.client.api.response.DeploymentEvent;
import io.gridloop.process.ProcessProperties;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Deploys over the client; one command, so that the binding {@code deployment} holds between the files. */
@Component
class CamundaModelPort implements ModelPort {

    private final ObjectProvider<CamundaClient> client;
    private final ProcessProperties.Models settings;

    CamundaModelPort(ObjectProvider<CamundaClient> client, ProcessProperties properties) {
        this.client = client;
        this.settings = properties.models();
    }

    @Override
    public Deployed deploy(SortedMap<String, byte[]> files) {
        DeployResourceCommandStep1 step = client.getObject().newDeployResourceCommand();
        DeployResourceCommandStep2 command = step.addResourceBytes(files.firstEntry().getValue(), files.firstKey());
        for (Map.Entry<String, byte[]> file : files.tailMap(files.firstKey() + '\0').entrySet()) {
            command = command.addResourceBytes(file.getValue(), file.getKey());
        }
        var event = command.requestTimeout(settings.timeout()).execute();
        return new Deployed(ModelFiles.hash(files), event.getKey(), versions(event));
    }

    private static Map<String, Integer> versions(DeploymentEvent event) {
        var versions = new TreeMap<String, Integer>();
        event.getProcesses().forEach(process -> versions.put(process.getBpmnProcessId(), process.getVersion()));
        event.getDecisions().forEach(decision -> versions.put(decision.getDmnDecisionId(), decision.getVersion()));
        event.getForm().forEach(form -> versions.put(form.getFormId(), form.getVersion()));
        return versions;
    }
}
