-- What a company leaves when it is erased: its machines' Sparkplug sessions go before the machines, by the company's own role as all else.
GRANT DELETE ON "sparkplug_session" TO tenon_app;
