package io.gridloop.desk;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page that phones keep to handle tasks without a network: the same for everybody, without token and session. */
@Controller
class OfflineDeskController {

    @GetMapping("/desk/offline")
    String page(Model model) {
        model.addAttribute("photoKinds", HandlingPhotos.KINDS);
        return "desk/offline";
    }
}
