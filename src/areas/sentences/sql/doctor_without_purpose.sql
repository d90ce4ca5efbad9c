select id, 'has no purpose' as words from sentence
where not punishes and not reduces_reoffending and not protects and not repairs
