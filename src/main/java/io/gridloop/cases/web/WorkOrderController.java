package io.gridloop.cases.web;

import io.gridloop.cases.CasePages;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The work order of a case on paper, for those who see the case. */
@Controller
class WorkOrderController {

    private final CasePages cases;
    private final WorkOrder workOrder;

    WorkOrderController(CasePages cases, WorkOrder workOrder) {
        this.cases = cases;
        this.workOrder = workOrder;
    }

    @GetMapping("/cases/{caseNumber}/work-order.pdf")
    ResponseEntity<byte[]> print(@PathVariable String caseNumber, Principal principal) {
        var it = cases.byNumber(caseNumber, principal.getName())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "没有这个案件"));
        var name = ContentDisposition.inline().filename("工单" + it.caseNumber() + ".pdf", StandardCharsets.UTF_8);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header("Content-Disposition", name.build().toString())
                .body(workOrder.pdf(it, principal.getName()));
    }
}
